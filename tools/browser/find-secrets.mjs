/**
 * Which of these texts hold a secret, in any form in which one would slip into a log: as it is, in an address, in JSON, in
 * base64. A secret is told by what it is, never by itself.
 *
 * @param {Iterable<{ where: string, text: string }>} texts
 * @param {readonly { what: string, secret: string }[]} secrets
 * @returns {string[]}
 */
export function findSecrets(texts, secrets) {
  const wanted = secrets
    .filter(({ secret }) => secret.length >= SHORTEST)
    .map(({ what, secret }) => ({ what, forms: formsOf(secret) }));
  if (wanted.length === 0) throw new Error('There is no secret to look for');
  const found = new Set();
  for (const { where, text } of texts)
    for (const { what, forms } of wanted)
      if (forms.some((form) => text.includes(form))) found.add(`${what} in ${where}`);
  return [...found];
}

/** What is shorter stands in any text by chance. */
const SHORTEST = 8;

/** @param {string} secret */
const formsOf = (secret) => [
  ...new Set([
    secret,
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
    Buffer.from(secret).toString('base64'),
  ]),
];
