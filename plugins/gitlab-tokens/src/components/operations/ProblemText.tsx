import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { Problem } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { ReactNode } from 'react';
import { useWords } from '../../hooks/useWords';
import { problemWords } from '../../words/problems';
import { ProblemContext } from '../../words/remedies';

const useStyles = makeStyles(
  { what: { fontWeight: 700 } },
  { name: 'GitlabTokensProblemText' },
);

/** What the backend or the browser says in English, for who wants to know it exactly; smaller than what it explains. */
export function OriginalText(props: { text: string | null }) {
  const { text } = props;
  const { t } = useWords();
  return text ? (
    <Typography variant="caption" component="p">
      {t('original.detail')} <span lang="en">{text}</span>
    </Typography>
  ) : null;
}

/** What happened and what to do about it, in the viewer's language, with the backend's own words where they say more. */
export function ProblemText(props: {
  problem: Problem;
  context?: ProblemContext;
  /** What happened stands out. */
  isStrong?: boolean;
  /** Between what happened and what to do. */
  children?: ReactNode;
}) {
  const { problem, context, isStrong, children } = props;
  const classes = useStyles();
  const said = problemWords(problem, useWords(), context);
  const language = said.isEnglish ? 'en' : undefined;
  return (
    <>
      <Typography
        variant="body2"
        lang={language}
        className={isStrong ? classes.what : undefined}
      >
        {said.what}
      </Typography>
      {children}
      <Typography variant="body2" lang={language}>
        {said.action}
      </Typography>
      <OriginalText text={said.original} />
    </>
  );
}
