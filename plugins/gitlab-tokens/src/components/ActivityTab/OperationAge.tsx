import { Operation } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useWords } from '../../hooks/useWords';

/** How long ago an operation was asked for. */
export function OperationAge(props: { operation: Operation; now: Date }) {
  const { createdAt } = props.operation;
  const { formats } = useWords();
  return (
    <time dateTime={createdAt} title={formats.instant(createdAt)}>
      {formats.ago(createdAt, props.now)}
    </time>
  );
}
