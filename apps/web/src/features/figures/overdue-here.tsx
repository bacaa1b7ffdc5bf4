import { useSession } from '../../shell/session-context';
import { minesAddress } from './figures-address';
import { OverdueNote } from './overdue-note';
import { useOverdue } from './queries';
import { sumsOf } from './sums';

/** What is overdue today within one's own reach, whoever has it in hand: for pages whose own lists leave some of it out. */
export const OverdueHere = () => {
  const { today, person } = useSession();
  const day = { asOf: today, knownAt: null };
  const { data } = useOverdue(day, person.regionCode);
  if (!data) return null;
  return (
    <OverdueNote
      overdue={sumsOf(data.whole.stages)}
      rowsOf={(stages) => minesAddress(person.regionCode, day, today, { stages, overdue: 'yes' })}
    />
  );
};
