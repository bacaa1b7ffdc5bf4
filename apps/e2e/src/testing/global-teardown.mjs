export default async function closeHouses() {
  const leaks = await globalThis.closeHouses();
  // Fails the run: whatever the journeys did, no log and no entry may hold a secret of theirs (S58).
  if (leaks.length > 0) throw new Error(`Secrets were written down:\n${leaks.join('\n')}`);
}
