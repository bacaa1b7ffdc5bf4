import { createReadStream, readFileSync, statSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import type { Finding } from '@qingshan/domain';
import { verifyPackage } from './verify-package';
import { isExcerpt, verifyExcerpt, type ExcerptReport } from './verify-excerpt';
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

单条目证明  the proof of one entry:    node verify.mjs entry-7.json [--key KEY …]
若干条目    some entries with proofs:  node verify.mjs excerpt.jsonl [--key KEY …] [--about NUMBER …]
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
  if (isExcerpt(await firstLine(file))) {
    if (keptFiles.length > 0) throw new Error('--kept is for the whole trail');
    return sayExcerpt(await verifyExcerpt(linesOf(file), { keys, about }), keys.length > 0);
  }
  const kept = keptFiles.map((path) => readFileSync(path, 'utf8').replaceAll('\r\n', '\n'));
  const { findings, told, ...report } = await verifyPackage(linesOf(file), { keys, kept, about });
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
  sayFindings(findings);
  const isWhole = findings.length === 0 && report.confirmed === report.entries;
  say(isWhole ? '✓ 完整，与签名一致  whole, and as it was signed' : '✗ 不一致  not as it was signed');
  return isWhole ? 0 : 1;
};

const linesOf = (file: string) =>
  createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY });

const firstLine = async (file: string): Promise<string> => {
  for await (const line of linesOf(file)) return line;
  return '';
};

const sayFindings = (findings: readonly Finding[]): void => {
  for (const finding of findings.slice(0, SHOWN)) say(`✗ ${wordsOf(finding)}`);
  if (findings.length > SHOWN) say(`… ${findings.length - SHOWN}`);
};

/** An excerpt is true if each of its entries is and none is missing that it says it has; that no others were left out nobody can see. */
const sayExcerpt = (report: ExcerptReport, isPinned: boolean): number => {
  const { said, entries, waiting } = report;
  say(`条目  entries      ${entries}`);
  if (waiting > 0)
    say(`      另有 ${waiting} 条尚待封存，不在其中  ${waiting} more waited for their seal and are not here`);
  say('      仅证明所列条目属实，不证明没有其他条目  proves what is here, not that there is nothing else');
  const counts =
    entries === said
      ? []
      : [
          `文件自称有 ${said} 条，实有 ${entries} 条\n    the file says it has ${said} entries, and has ${entries}`,
        ];
  return sayProof(report, isPinned, counts);
};

const sayProof = (
  { origin, keys, told, findings }: ProofReport,
  isPinned: boolean,
  more: readonly string[] = [],
): number => {
  say(`日志  log          ${origin}`);
  for (const term of keys) say(keyWords(term));
  if (!isPinned) say('      请与纸质留存的公钥核对  compare it with the one on paper');
  for (const { id, at, action, subject } of told)
    say(`条目  entry        ${id}  ${at}  ${action}  ${subject}`);
  sayFindings(findings);
  for (const one of more) say(`✗ ${one}`);
  const isTrue = findings.length === 0 && more.length === 0;
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
