import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode, useState } from 'react';
import { useIsNarrow } from '../../hooks/useIsNarrow';
import { errorTextColour } from '../tones';

const useStyles = makeStyles(
  theme => ({
    title: { overflowWrap: 'anywhere' },
    content: {
      // Also of what is no typography, such as links
      ...theme.typography.body2,
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(2),
      // Else the labels of outlined fields at the top are cut off
      paddingTop: theme.spacing(1),
      // The theme's own are too faint to be read
      '& label.Mui-error, & legend.Mui-error, & p.Mui-error, & .MuiTypography-colorError':
        { color: errorTextColour(theme) },
    },
    actions: {
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      padding: theme.spacing(1.5, 3),
    },
  }),
  { name: 'GitlabTokensDialogFrame' },
);

let dialogs = 0;

/**
 * The frame of all dialogs. A click beside it does not close it, because what was typed or shown would be lost; Escape
 * does, unless it `holds` something that is shown only once, or waits for that.
 */
export function DialogFrame(props: {
  title: string;
  onClose: () => void;
  holds?: boolean;
  actions: ReactNode;
  children: ReactNode;
}) {
  const { title, onClose, holds = false, actions, children } = props;
  const classes = useStyles();
  const isNarrow = useIsNarrow();
  const [titleId] = useState(() => {
    dialogs += 1;
    return `gitlab-tokens-dialog-${dialogs}`;
  });
  return (
    <Dialog
      open
      fullWidth
      maxWidth="sm"
      fullScreen={isNarrow}
      aria-labelledby={titleId}
      onClose={(_, reason) => reason === 'escapeKeyDown' && !holds && onClose()}
    >
      <DialogTitle id={titleId} className={classes.title}>
        {title}
      </DialogTitle>
      <DialogContent className={classes.content}>{children}</DialogContent>
      <DialogActions className={classes.actions}>{actions}</DialogActions>
    </Dialog>
  );
}
