import { expect, jest, test } from '@jest/globals';
import { render } from '@testing-library/react';
import { useReviewKeys } from './use-review-keys';

const Board = ({ approve, next }: { readonly approve: () => void; readonly next: () => void }) => {
  useReviewKeys({ a: approve }, { j: next });
  return null;
};

const press = (key: string, at: number) => {
  const event = new KeyboardEvent('keydown', { key });
  Object.defineProperty(event, 'timeStamp', { value: at });
  window.dispatchEvent(event);
};

test('the second press of a double one decides nothing; going up and down counts each', () => {
  const [approve, next] = [jest.fn(), jest.fn()];
  render(<Board approve={approve} next={next} />);
  press('a', 1000);
  press('a', 1200);
  expect(approve).toHaveBeenCalledTimes(1);
  press('a', 3000);
  expect(approve).toHaveBeenCalledTimes(2);
  press('j', 3100);
  press('j', 3150);
  expect(next).toHaveBeenCalledTimes(2);
});
