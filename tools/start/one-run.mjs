import { createSpeaker } from './say.mjs';

/** A command that does its work and ends, where `npm start` and `npm run dev` stay. What it says is no part of its output. */
export const oneRun = () => ({
  say: createSpeaker(process.stderr),
  signal: new AbortController().signal,
  onEnd: () => {},
});
