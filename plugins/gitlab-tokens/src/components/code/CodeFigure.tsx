import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { ReactNode } from 'react';
import { CopyButton } from './CopyButton';

const useStyles = makeStyles(
  theme => ({
    figure: {
      margin: 0,
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
    },
    caption: {
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: theme.spacing(1),
      padding: theme.spacing(0.5, 0.5, 0.5, 1.5),
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
    file: { overflowWrap: 'anywhere' },
    code: {
      margin: 0,
      padding: theme.spacing(1.5),
      overflowX: 'auto',
      whiteSpace: 'pre',
      fontFamily: 'Menlo, Consolas, "Liberation Mono", monospace',
      lineHeight: 1.5,
      color: theme.palette.text.primary,
      backgroundColor: theme.palette.background.default,
      '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
    },
  }),
  { name: 'GitlabTokensCodeFigure' },
);

/**
 * Commands or a file, to be copied as a whole. It scrolls by the keyboard, too, and its colours can be read, both of
 * which Backstage's own code blocks lack.
 */
export function CodeFigure(props: {
  caption: string;
  /** How it is called for who does not see it. */
  name: string;
  /** What is copied, made only when it is asked for. */
  text: () => string;
  /** What is shown. */
  children: ReactNode;
}) {
  const { caption, name, text, children } = props;
  const classes = useStyles();
  return (
    <figure className={classes.figure}>
      <figcaption className={classes.caption}>
        <Typography variant="body2" component="span" className={classes.file}>
          {caption}
        </Typography>
        <CopyButton what={name} text={text} />
      </figcaption>
      <Typography
        component="pre"
        variant="body2"
        className={classes.code}
        role="region"
        aria-label={name}
        tabIndex={0}
      >
        <code>{children}</code>
      </Typography>
    </figure>
  );
}
