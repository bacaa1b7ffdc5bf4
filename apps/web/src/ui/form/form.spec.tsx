import { expect, jest, test } from '@jest/globals';
import { act, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useForm } from 'react-hook-form';
import { DayInput } from './day-input';
import { Field } from './field';
import { Form } from './form';
import { TextInput } from './inputs';

interface Letter {
  readonly to: string;
  readonly on: string;
}

const labels = { to: 'To', on: 'On' };

const LetterForm = ({ send }: { readonly send: (letter: Letter) => Promise<string | null> }) => {
  const form = useForm<Letter>({ defaultValues: { to: '', on: '' }, shouldFocusError: false });
  return (
    <Form
      form={form}
      labels={labels}
      onSubmit={async (letter) => {
        const refusal = await send(letter);
        if (refusal) form.setError('root', { type: 'server', message: refusal });
      }}
    >
      <Field name="to" label="To" help="A name" required>
        {(bound) => <TextInput {...bound} />}
      </Field>
      <Field name="on" label="On">
        {(bound) => <DayInput {...bound} />}
      </Field>
      <button type="submit">Send</button>
    </Form>
  );
};

const show = (send: (letter: Letter) => Promise<string | null>) => render(<LetterForm send={send} />);

test('label, help and control belong together', () => {
  show(async () => null);
  const control = screen.getByLabelText('To');
  expect(control.getAttribute('aria-required')).toBe('true');
  expect(document.getElementById(control.getAttribute('aria-describedby') ?? '')?.textContent).toBe('A name');
});

test('a refusal of the server is told above the form, and takes focus', async () => {
  const user = userEvent.setup();
  show(async () => 'The post is shut');
  await user.click(screen.getByRole('button', { name: 'Send' }));
  const summary = await screen.findByRole('alert');
  expect(summary.textContent).toContain('The post is shut');
  expect(document.activeElement).toBe(summary);
});

test('a day typed without dashes is tidied when the field is left', async () => {
  const user = userEvent.setup();
  const send = jest.fn<(letter: Letter) => Promise<null>>(async () => null);
  show(send);
  await user.type(screen.getByLabelText(/^On/), '2026/3/5');
  await user.click(screen.getByRole('button', { name: 'Send' }));
  expect(send).toHaveBeenLastCalledWith({ to: '', on: '2026-03-05' });
});

test('arrows move a day on', async () => {
  const user = userEvent.setup();
  show(async () => null);
  const day = screen.getByLabelText<HTMLInputElement>(/^On/);
  await user.type(day, '2026-02-28{ArrowUp}');
  expect(day.value).toBe('2026-03-01');
});

const FailingForm = () => {
  const form = useForm({ defaultValues: { to: '' }, shouldFocusError: false });
  return (
    <Form
      form={form}
      labels={{ to: 'To' }}
      onSubmit={() => form.setError('to', { type: 'required', message: 'fill this in' })}
    >
      <Field name="to" label="To" required>
        {(bound) => <TextInput {...bound} />}
      </Field>
      <button type="submit">Send</button>
    </Form>
  );
};

test('the summary links to the field that is wrong, which says the same', async () => {
  const user = userEvent.setup();
  render(<FailingForm />);
  await user.click(screen.getByRole('button', { name: 'Send' }));
  const summary = await screen.findByRole('alert');
  expect(document.activeElement).toBe(summary);
  expect(summary.textContent).toContain('有 1 处需要修改');
  const control = screen.getByLabelText('To');
  expect(control.getAttribute('aria-invalid')).toBe('true');
  expect(document.getElementById(control.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
    'fill this in',
  );
  await act(async () => user.click(screen.getByRole('link', { name: 'To：fill this in' })));
  expect(document.activeElement).toBe(control);
});

test('typing after a refused submit does not take focus back to the summary', async () => {
  const user = userEvent.setup();
  render(<FailingForm />);
  await user.click(screen.getByRole('button', { name: 'Send' }));
  await screen.findByRole('alert');
  await user.type(screen.getByLabelText('To'), 'Wang');
  expect(document.activeElement).toBe(screen.getByLabelText('To'));
});
