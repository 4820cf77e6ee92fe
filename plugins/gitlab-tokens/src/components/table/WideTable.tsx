import { alpha, makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import { ReactNode } from 'react';
import { useHiddenWidth } from '../../hooks/useHiddenWidth';
import { HIDDEN_FROM_SIGHT } from '../hiddenFromSight';

const useStyles = makeStyles(
  theme => ({
    region: {
      // What is too wide scrolls here and not with the page
      overflowX: 'auto',
      // Holds what is hidden from sight alone inside of the scrolled part
      position: 'relative',
      backgroundColor: theme.palette.background.paper,
    },
    hiddenCaption: HIDDEN_FROM_SIGHT,
    // Twice the class: Material UI puts it below the table
    caption: {
      '&&': { captionSide: 'top', padding: theme.spacing(0.75, 0.875) },
    },
    table: {
      // Backstage's theme breaks words anywhere, as if there were no room to scroll into
      '& td, & th': {
        wordBreak: 'normal',
        lineHeight: 1.43,
        padding: theme.spacing(0.75, 0.875),
      },
      // Japanese headers would else be broken between any two letters
      '& thead th': { wordBreak: 'keep-all' },
    },
    // What can be done with a row stays in sight, however far the rest is scrolled
    sticky: {
      // A cell across all columns is no end of a row
      '& tr > :last-child:not([colspan])': {
        position: 'sticky',
        right: 0,
        padding: theme.spacing(0, 0.5),
        zIndex: 1,
        // The colour and tint of the row as it is now
        background: 'inherit',
      },
    },
    covering: {
      '& tr > :last-child:not([colspan])': {
        boxShadow: [
          `inset 1px 0 ${theme.palette.divider}`,
          `-8px 0 8px -8px ${alpha(theme.palette.common.black, 0.4)}`,
        ].join(', '),
      },
    },
    pending: { opacity: 0.6 },
  }),
  { name: 'GitlabTokensWideTable' },
);

/** A table that scrolls by itself where there is no room for all of its columns. Its rows are `WideRow`s. */
export function WideTable(props: {
  /** What is scrolled, for whoever does not see it. */
  region: string;
  caption: string;
  showsCaption?: boolean;
  /** The last cell of each row stays in sight. */
  keepsLastColumn?: boolean;
  /** Other rows are on their way. */
  pending: boolean;
  className?: string;
  children: ReactNode;
}) {
  const { region, caption, showsCaption, keepsLastColumn, pending } = props;
  const classes = useStyles();
  const { ref, onScroll, hasMore } = useHiddenWidth();
  const names = [
    classes.table,
    keepsLastColumn && classes.sticky,
    keepsLastColumn && hasMore && classes.covering,
    pending && classes.pending,
    props.className,
  ];
  return (
    <div
      ref={ref}
      className={classes.region}
      role="region"
      aria-label={region}
      onScroll={onScroll}
    >
      <Table
        size="small"
        aria-busy={pending}
        className={names.filter(Boolean).join(' ')}
      >
        <caption
          className={showsCaption ? classes.caption : classes.hiddenCaption}
        >
          {caption}
        </caption>
        {props.children}
      </Table>
    </div>
  );
}
