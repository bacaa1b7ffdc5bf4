/** What this browser remembers for its user: taste, never data. Private windows may refuse. */
export const recall = (name: string): string | null => {
  try {
    return localStorage.getItem(`qingshan.${name}`);
  } catch {
    return null;
  }
};

export const remember = (name: string, value: string): void => {
  try {
    localStorage.setItem(`qingshan.${name}`, value);
  } catch {
    // Nothing to do: the choice holds until the page is left.
  }
};
