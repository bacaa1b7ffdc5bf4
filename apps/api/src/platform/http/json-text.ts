/** A reply that PostgreSQL has already written as JSON: it goes out as it is, and is checked against the contract in tests. */
export class JsonText {
  constructor(readonly text: string) {}
}
