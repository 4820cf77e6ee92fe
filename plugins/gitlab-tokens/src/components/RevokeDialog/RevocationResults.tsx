import { makeStyles } from '@material-ui/core/styles';
import {
  ManagedToken,
  Operation,
  Problem,
  RevocationList,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useMemo } from 'react';
import { useOperationBatch } from '../../hooks/useOperationBatch';
import { useWords } from '../../hooks/useWords';
import { Notice } from '../operations/Notice';
import { ProblemText } from '../operations/ProblemText';

const useStyles = makeStyles(
  theme => ({
    list: {
      margin: 0,
      padding: 0,
      listStyle: 'none',
      '& > li + li': { marginTop: theme.spacing(1) },
    },
  }),
  { name: 'GitlabTokensRevocationResults' },
);

function toneOf(problem: Problem | null, operation: Operation | null) {
  if (problem) {
    return 'error';
  }
  return operation?.step === 'done' ? 'good' : 'neutral';
}

function Result(props: {
  name: string;
  operation: Operation | null;
  problem: Problem | null;
}) {
  const { name, operation } = props;
  const { t } = useWords();
  const problem = props.problem ?? operation?.parked ?? null;
  const isDone = operation?.step === 'done';
  const word = isDone ? 'revoked' : 'underWay';
  return (
    <Notice
      tone={toneOf(problem, operation)}
      title={`${name}: ${t(
        `revokeDialog.${
          problem || operation?.step === 'cancelled' ? 'notRevoked' : word
        }`,
      )}`}
    >
      {problem && <ProblemText problem={problem} />}
    </Notice>
  );
}

/** What became of each token, as it goes on. */
export function RevocationResults(props: {
  results: RevocationList;
  tokens: readonly ManagedToken[];
}) {
  const { results, tokens } = props;
  const classes = useStyles();
  const { t } = useWords();
  const begun = useMemo(
    () => results.items.flatMap(({ operation }) => operation ?? []),
    [results],
  );
  const known = useOperationBatch(begun);
  return (
    <div role="status">
      <ul className={classes.list} aria-label={t('revokeDialog.results')}>
        {results.items.map(({ token, operation, problem }) => (
          <li key={token}>
            <Result
              name={tokens.find(it => it.ref === token)?.name ?? token}
              operation={operation && (known.get(operation.id) ?? operation)}
              problem={problem}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
