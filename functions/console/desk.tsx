/** The console, whole. */
export function Desk() {
  return <main>Hark</main>;
}
