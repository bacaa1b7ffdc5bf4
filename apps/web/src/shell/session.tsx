import { sessionRoutes, type SessionView } from '@qingshan/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import { api, onSessionLost, rememberCsrfToken } from './api';
import { useDayGoneOn } from './day-gone-on';
import { IdleWarning } from './idle-warning';
import { ProblemState } from './problem-state';
import { SessionContext, sessionQuery } from './session-context';
import { SignInAgain } from './sign-in-again';

/** Lets only the signed-in through, and keeps the page standing when the session is lost on it. */
export const SignedIn = ({
  children,
  pending,
}: {
  readonly children: ReactNode;
  readonly pending: ReactNode;
}) => {
  const location = useLocation();
  const session = useQuery(sessionQuery);
  const [lost, setLost] = useState(false);
  useEffect(() => onSessionLost(() => setLost(true)), []);

  if (session.isPending) return pending;
  if (session.error) return <ProblemState error={session.error} onRetry={() => void session.refetch()} />;
  if (!session.data)
    return <Navigate to={`/sign-in?to=${encodeURIComponent(location.pathname + location.search)}`} replace />;
  if (session.data.mustChangePassword && location.pathname !== '/password')
    return <Navigate to="/password" replace />;

  return (
    <InSession session={session.data} askedAt={session.dataUpdatedAt}>
      {children}
      {!lost && <IdleWarning idleMinutes={session.data.idleMinutes} />}
      {lost && <SignInAgain username={session.data.person.username} onBack={() => setLost(false)} />}
    </InSession>
  );
};

interface InSessionProps {
  readonly session: SessionView;
  readonly askedAt: number;
  readonly children: ReactNode;
}

const InSession = ({ session, askedAt, children }: InSessionProps) => {
  const today = useDayGoneOn(session.today, askedAt);
  const now = useMemo(() => ({ ...session, today }), [session, today]);
  return <SessionContext.Provider value={now}>{children}</SessionContext.Provider>;
};

/** Ends the session on the server, then forgets all that was read in it. */
export const useSignOut = (): (() => Promise<void>) => {
  const client = useQueryClient();
  return async () => {
    await api(sessionRoutes.signOut, {}).catch(() => undefined);
    rememberCsrfToken(null);
    client.clear();
    window.location.assign('/sign-in');
  };
};
