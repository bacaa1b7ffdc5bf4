import { explanations, troubleIn } from './trouble.mjs';

/** @typedef {import('./trouble.mjs').Words} Words */

const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];

/**
 * Tells one person at one terminal what happens: each step in Chinese and English on one line.
 *
 * @param {NodeJS.WriteStream} [out]
 */
export function createSpeaker(out = process.stdout) {
  const isTerminal = Boolean(out.isTTY);
  const hasColour = isTerminal && !process.env.NO_COLOR;
  /** @type {Map<symbol, { words: Words, start: number }>} */
  const underWay = new Map();
  let frame = 0;
  /** @type {NodeJS.Timeout | undefined} */
  let ticking;

  /** @param {string} code @param {string} text */
  const paint = (code, text) => (hasColour ? `\u001b[${code}m${text}\u001b[0m` : text);

  /** @param {string} text */
  function line(text) {
    out.write(`${isTerminal ? '\r\u001b[K' : ''}${text}\n`);
    draw();
  }

  // On a terminal what is under way stays on the last line; in a log file each beginning is a line of its own.
  function draw() {
    if (!isTerminal || underWay.size === 0) return;
    const doing = [...underWay.values()].map(({ words, start }) => `${join(words)} ${seconds(start)}`);
    out.write(
      `\r\u001b[K${paint('36', frames[frame])} ${doing.join(' · ').slice(0, (out.columns ?? 80) - 24)}`,
    );
  }

  function tick() {
    if (!isTerminal) return;
    if (underWay.size > 0 && !ticking) {
      ticking = setInterval(() => {
        frame = (frame + 1) % frames.length;
        draw();
      }, 120);
      ticking.unref();
    }
    if (underWay.size === 0 && ticking) {
      clearInterval(ticking);
      ticking = undefined;
    }
  }

  return {
    line,

    /** @param {Words} words */
    note: (words) => line(`  ${join(words)}`),

    /** @param {Words} words */
    warn: (words) => line(`${paint('33', '!')} ${join(words)}`),

    /**
     * @param {Words} doing
     * @returns {(done?: Words) => void} call with the words for "done", or without when it came to nothing
     */
    step(doing) {
      const key = Symbol(doing[1]);
      const start = Date.now();
      underWay.set(key, { words: doing, start });
      if (isTerminal) draw();
      else line(`… ${join(doing)}`);
      tick();
      return (done) => {
        underWay.delete(key);
        tick();
        if (done) line(`${paint('32', '✔')} ${join(done)}  (${seconds(start)})`);
        else if (isTerminal) out.write('\r\u001b[K');
      };
    },

    /** @param {unknown} error */
    trouble(error) {
      const { code, detail } = troubleIn(error);
      const { what, todo } = explanations[code] ?? explanations.other;
      underWay.clear();
      tick();
      line(`${paint('31', '✘')} ${join(what)}`);
      line(`→ ${todo[0]}`);
      line(`  ${todo[1]}`);
      if (detail) line(lastLines(detail).replace(/^/gm, '    '));
    },
  };
}

/** @typedef {ReturnType<typeof createSpeaker>} Speaker */

/** @param {Words} words */
const join = ([chinese, english]) => `${chinese}  ${english}`;

/** @param {number} start */
const seconds = (start) => `${((Date.now() - start) / 1000).toFixed(1)} s`;

/** A full disk is told once for each file that did not fit. @param {string} text */
const lastLines = (text) => {
  const lines = text.trimEnd().split('\n');
  return lines
    .filter((line, at) => line !== lines[at - 1])
    .slice(-25)
    .join('\n');
};
