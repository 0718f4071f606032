/** One conversation. */
export default function Conversation({ id }: { id: string; listHref: string }) {
  return <div>{id}</div>;
}
