import { trailRoutes, verificationLine, type VerificationResult } from '@qingshan/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { apiLines } from '../../shell/api';
import { keys } from '../../shell/keys';

export type Verification =
  | { readonly state: 'idle' }
  | { readonly state: 'running'; readonly checked: number; readonly of: number }
  | { readonly state: 'done'; readonly result: VerificationResult }
  | { readonly state: 'failed'; readonly error: unknown };

const IDLE: Verification = { state: 'idle' };

/** A verification of the whole trail, told as it goes; whoever leaves stops it. */
export const useVerification = () => {
  const client = useQueryClient();
  const [verification, setVerification] = useState<Verification>(IDLE);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const take = (text: string) => {
    const line = verificationLine.parse(JSON.parse(text));
    setVerification('result' in line ? { state: 'done', ...line } : { state: 'running', ...line });
  };
  const start = async () => {
    const mine = new AbortController();
    running.current = mine;
    setVerification({ state: 'running', checked: 0, of: 0 });
    try {
      await apiLines(trailRoutes.verify, {}, take, { signal: mine.signal });
      // What was cut off in the middle has told no result.
      setVerification((last) => (last.state === 'running' ? { state: 'failed', error: null } : last));
      await client.invalidateQueries({ queryKey: keys.trail });
    } catch (error) {
      if (!mine.signal.aborted) setVerification({ state: 'failed', error });
    }
  };
  const stop = () => {
    running.current?.abort();
    setVerification(IDLE);
  };
  return { verification, start, stop };
};
