import { afterEach, expect, jest, test } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { CopyText } from './copy-text';

const clipboard = (value: unknown): void => {
  Object.defineProperty(navigator, 'clipboard', { value, configurable: true });
};
const execCommand = (works: boolean) => {
  const command = jest.fn((_: string) => works);
  Object.defineProperty(document, 'execCommand', { value: command, configurable: true });
  return command;
};

const press = async () => {
  const user = userEvent.setup({ writeToClipboard: false });
  render(<CopyText text="ABCD-efgh-23ij" />);
  return () => user.click(screen.getByRole('button', { name: '复制' }));
};

afterEach(() => clipboard(undefined));

test('the text goes to the clipboard where the browser gives one', async () => {
  const click = await press();
  const writeText = jest.fn(async (_: string) => undefined);
  clipboard({ writeText });
  await click();
  expect(writeText).toHaveBeenCalledWith('ABCD-efgh-23ij');
  expect(screen.getByRole('status').textContent).toBe('已复制');
});

test('on plain HTTP, without a clipboard, the old way is taken with the text selected', async () => {
  const click = await press();
  clipboard(undefined);
  const command = execCommand(true);
  await click();
  expect(command).toHaveBeenCalledWith('copy');
  expect(window.getSelection()?.toString()).toBe('ABCD-efgh-23ij');
  expect(screen.getByRole('status').textContent).toBe('已复制');
});

test('where nothing works it is said how to do it by hand', async () => {
  const click = await press();
  clipboard(undefined);
  execCommand(false);
  await click();
  expect(screen.getByRole('status').textContent).toContain('Ctrl+C');
});
