import { createReadStream, readFileSync, statSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { verifyPackage } from './verify-package';
import { readProof, verifyProof, type ProofReport } from './verify-proof';
import { keyWords, wordsOf } from './words';

const USAGE = `用法  usage: node verify.mjs trail.jsonl [--key KEY …] [--kept checkpoint.txt …] [--about NUMBER …]

  --key   签名公钥，取自纸质留存；不给则采用文件自带的公钥。由它交接的公钥同样可信；密钥中断后须另给新公钥
          the signer's key, from paper; without it the package's own is believed. Keys that it handed over to are
          believed too; after a break the new key must be given as well
  --kept  此前另行保存的检查点
          a checkpoint that somebody kept earlier
  --about 逐条列出某矿山（按编号）或其他对象的条目
          lists every entry of a mine, by its number, or of another subject; ? marks one not confirmed

单条目证明  the proof of one entry: node verify.mjs entry-7.json [--key KEY …]
`;
const SHOWN = 100;
/** One entry with its proof is a few kilobytes; what is larger is a package, and is never read whole. */
const LARGEST_PROOF = 2_000_000;

/** Checks a package on any machine: 0 it is whole, 1 it is not, 2 it could not be checked. */
const main = async (): Promise<number> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      key: { type: 'string', multiple: true },
      kept: { type: 'string', multiple: true },
      about: { type: 'string', multiple: true },
    },
  });
  const [file, ...more] = positionals;
  if (!file || more.length > 0) {
    process.stderr.write(USAGE);
    return 2;
  }
  const { key: keys = [], about = [], kept: keptFiles = [] } = values;
  const proof = statSync(file).size <= LARGEST_PROOF ? readProof(readFileSync(file, 'utf8')) : null;
  if (proof) {
    if (keptFiles.length + about.length > 0) throw new Error('--kept and --about are for the whole trail');
    return sayProof(verifyProof(proof, keys), keys.length > 0);
  }
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY });
  const kept = keptFiles.map((path) => readFileSync(path, 'utf8').replaceAll('\r\n', '\n'));
  const { findings, told, ...report } = await verifyPackage(lines, { keys, kept, about });
  say(`日志  log          ${report.origin}`);
  for (const term of report.keys) say(keyWords(term));
  if (keys.length === 0) say('      请与纸质留存的公钥核对  compare it with the one on paper');
  say(`条目  entries      ${report.entries}`);
  say(`检查点 checkpoints  ${report.checkpoints}`);
  say(`已证实 confirmed    ${report.confirmed}`);
  for (const entry of told)
    say(
      `${entry.index < report.confirmed ? '·' : '?'} ${entry.id}  ${entry.at}  ${entry.action}  ${entry.subject}`,
    );
  for (const finding of findings.slice(0, SHOWN)) say(`✗ ${wordsOf(finding)}`);
  if (findings.length > SHOWN) say(`… ${findings.length - SHOWN}`);
  const isWhole = findings.length === 0 && report.confirmed === report.entries;
  say(isWhole ? '✓ 完整，与签名一致  whole, and as it was signed' : '✗ 不一致  not as it was signed');
  return isWhole ? 0 : 1;
};

const sayProof = ({ origin, keys, told, findings }: ProofReport, isPinned: boolean): number => {
  say(`日志  log          ${origin}`);
  for (const term of keys) say(keyWords(term));
  if (!isPinned) say('      请与纸质留存的公钥核对  compare it with the one on paper');
  for (const { id, at, action, subject } of told)
    say(`条目  entry        ${id}  ${at}  ${action}  ${subject}`);
  for (const finding of findings) say(`✗ ${wordsOf(finding)}`);
  const isTrue = findings.length === 0;
  say(isTrue ? '✓ 属实，在签名之下  true, and under a signature' : '✗ 不一致  not as it was signed');
  return isTrue ? 0 : 1;
};

const say = (line: string): boolean => process.stdout.write(`${line}\n`);

main().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    process.stderr.write(`${String(error)}\n\n${USAGE}`);
    process.exitCode = 2;
  },
);
