import { expect, test } from '@jest/globals';
import { postRefusal } from './posts';

test.each(['province', 'city', 'county', 'functional'] as const)(
  'a manager may be at home at a %s',
  (level) => expect(postRefusal('manager', level)).toBeNull(),
);

test('an official keeps the records of a county, not of a city or province', () => {
  expect(postRefusal('official', 'county')).toBeNull();
  expect(postRefusal('official', 'city')?.code).toBe('scope-not-allowed');
  expect(postRefusal('official', 'province')?.data).toMatchObject({ levels: ['county', 'functional'] });
});

test.each(['systemAdministrator', 'securityAdministrator', 'auditAdministrator'] as const)(
  'a %s runs the whole, never a part',
  (role) => {
    expect(postRefusal(role, 'province')).toBeNull();
    expect(postRefusal(role, 'city')?.code).toBe('scope-not-allowed');
  },
);

test('nobody is at home where mines wait for a place', () =>
  expect(postRefusal('auditor', 'unassigned')?.code).toBe('scope-not-allowed'));
