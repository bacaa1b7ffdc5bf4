import { mineRoutes } from '@qingshan/contracts';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api } from '../api';
import { keys } from '../keys';
import { useMay } from '../session-context';

const PAUSE_MS = 180;
const QUERY = { ...mineRoutes.list.query.parse({}), pageSize: 8 };

/** A text once nobody has changed it for a moment. */
const useSettled = (text: string): string => {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
};

/** The first mines whose number, name or town holds what was typed; never those of a text before, an Enter would open one. */
export const useFoundMines = (typed: string) => {
  const may = useMay();
  const text = useSettled(typed);
  const wanted = typed !== '' && may('mine.read');
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: [...keys.mines, 'find', text],
    enabled: wanted && text !== '',
    queryFn: ({ signal }) => api(mineRoutes.list, { query: { ...QUERY, q: text } }, { signal }),
  });
  const settled = wanted && text === typed && !isFetching;
  return {
    page: settled ? data : undefined,
    error: settled ? error : null,
    waiting: wanted && !settled,
    refetch,
  };
};
