import { sessionRoutes, type SessionView } from '@qingshan/contracts';
import type { Act } from '@qingshan/domain';
import { queryOptions } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { api, rememberCsrfToken } from './api';
import { keys } from './keys';
import { ApiProblem } from './problem';

export const sessionQuery = queryOptions({
  queryKey: keys.session,
  staleTime: Infinity,
  queryFn: async ({ signal }): Promise<SessionView | null> => {
    try {
      const session = await api(sessionRoutes.read, {}, { signal });
      rememberCsrfToken(session.csrfToken);
      return session;
    } catch (error) {
      if (error instanceof ApiProblem && error.code === 'not-signed-in') return null;
      throw error;
    }
  },
});

export const SessionContext = createContext<SessionView | null>(null);

/** Who is signed in. Only for parts of the page that stand behind the sign-in. */
export const useSession = (): SessionView => {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession stands outside of SignedIn');
  return session;
};

/** Whether this person may do a thing, as the server says. */
export const useMay = (): ((act: Act) => boolean) => {
  const { acts } = useSession();
  return (act) => acts.includes(act);
};
