import { ErrorState, RefusedState } from '../ui/states';
import { asProblem, useSentence } from './problem';

const REFUSED = new Set(['not-allowed', 'not-found', 'scope-not-allowed']);

/** The face of an error: what happened, the number to quote, and a retry where that can help. */
export const ProblemState = ({
  error,
  onRetry,
}: {
  readonly error: unknown;
  readonly onRetry?: () => void;
}) => {
  const sentence = useSentence();
  const problem = asProblem(error);
  return REFUSED.has(problem.code) ? (
    <RefusedState sentence={sentence(problem)} />
  ) : (
    <ErrorState sentence={sentence(problem)} requestId={problem.requestId} onRetry={onRetry} />
  );
};
