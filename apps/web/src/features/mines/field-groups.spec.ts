import { expect, test } from '@jest/globals';
import { MINE_FIELDS } from '@qingshan/domain';
import { FIELD_GROUPS } from './field-groups';

test('every field of a mine stands in exactly one group', () => {
  expect(Object.values(FIELD_GROUPS).flat().sort()).toEqual([...MINE_FIELDS].sort());
});
