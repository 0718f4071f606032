import type { Detail } from '../../api/detail.ts';
import { ExpertsBlock } from './experts-block.tsx';
import { IncidentBlock } from './incident-block.tsx';
import { PromiseBlock } from './promise-block.tsx';
import { WritingBlock } from './writing-block.tsx';

/** What helps with a conversation and can wait until its messages are there. */
export default function AsideBlocks({ detail }: { detail: Detail }) {
  return (
    <>
      <PromiseBlock detail={detail} />
      <ExpertsBlock detail={detail} />
      <IncidentBlock detail={detail} />
      <WritingBlock detail={detail} />
    </>
  );
}
