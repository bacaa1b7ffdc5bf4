import { peopleRoutes, type CallOf, type PersonView, type Route } from '@qingshan/contracts';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../shell/api';
import { keys } from '../../shell/keys';

export type PeopleQuery = CallOf<typeof peopleRoutes.list>['query'];

export const usePeople = (query: PeopleQuery) =>
  useQuery({
    queryKey: [...keys.people, 'list', query],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api(peopleRoutes.list, { query }, { signal }),
  });

const personQuery = (id: number) => ({
  queryKey: [...keys.people, 'person', id] as const,
  queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
    api(peopleRoutes.read, { params: { id } }, { signal }),
});

export const usePerson = (id: number) => useQuery(personQuery(id));

/** Asks for an account anew, for who finds that somebody else was faster. */
export const useReloadPerson = () => {
  const client = useQueryClient();
  return (id: number): Promise<PersonView> => client.fetchQuery({ ...personQuery(id), staleTime: 0 });
};

/** A change of an account: what the server answered is the account, lists are asked again. */
const usePeopleChange = <R extends Route, Answer>(target: R, personOf: (answer: Answer) => PersonView) => {
  const client = useQueryClient();
  return useMutation({
    // An answer with a password in it is kept nowhere.
    gcTime: 0,
    mutationFn: async (call: CallOf<R>) => (await api(target, call)) as Answer,
    onSuccess: (answer) => {
      const person = personOf(answer);
      client.setQueryData(personQuery(person.id).queryKey, person);
      void client.invalidateQueries({ queryKey: [...keys.people, 'list'] });
    },
  });
};

interface WithPassword {
  readonly person: PersonView;
  readonly password: string;
}

const itself = (person: PersonView) => person;
const inside = ({ person }: WithPassword) => person;

export const useEditPerson = () => usePeopleChange(peopleRoutes.edit, itself);
export const useDisablePerson = () => usePeopleChange(peopleRoutes.disable, itself);
export const useEnablePerson = () => usePeopleChange(peopleRoutes.enable, itself);
export const useCreatePerson = () => usePeopleChange(peopleRoutes.create, inside);
export const useResetPassword = () => usePeopleChange(peopleRoutes.resetPassword, inside);
