import { useEffect } from 'react';
import type { Command } from './use-commands';

let commands: readonly Command[] = [];

/** What the page that is open can do, for the quick find, while it is open. */
export const usePageCommands = (next: readonly Command[]): void => {
  useEffect(() => {
    commands = next;
    return () => {
      commands = [];
    };
  });
};

export const pageCommands = (): readonly Command[] => commands;
