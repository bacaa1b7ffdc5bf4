/** What the process tells whoever started it; run by hand it prints instead. */
export type Message =
  | { type: 'step'; text: string }
  | { type: 'ready'; url: string; accounts?: { file: string; people: readonly unknown[] } }
  | { type: 'failed'; code: string; text: string };

export const say = (message: Message): void => {
  if (process.send) process.send(message);
  else if (message.type === 'ready') process.stdout.write(`${readyLines(message).join('\n')}\n`);
  else process.stdout.write(`${message.text}\n`);
};

const readyLines = ({ url, accounts }: Extract<Message, { type: 'ready' }>): string[] => [
  `Ready at ${url}`,
  // The passwords themselves would stay in the log of the host for good.
  ...(accounts ? [`The first accounts and their passwords are in ${accounts.file}`] : []),
];
