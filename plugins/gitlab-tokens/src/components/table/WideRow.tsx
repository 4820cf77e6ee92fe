import { alpha, makeStyles } from '@material-ui/core/styles';
import TableRow from '@material-ui/core/TableRow';
import { ReactNode } from 'react';

/** A colour above the colour of the row: a row with both lets nothing shine through, as one cell covers others. */
const tint = (colour: string) => ({
  backgroundImage: `linear-gradient(${colour}, ${colour})`,
});

// Twice the class: the theme's own colours of rows name two
const useStyles = makeStyles(
  ({ palette }) => ({
    row: { '&&': { backgroundColor: palette.background.paper } },
    striped: {
      '&&:nth-of-type(odd)': { backgroundColor: palette.background.default },
    },
    section: { '&&': { backgroundColor: palette.background.default } },
    hover: { '&&:hover': tint(palette.action.hover) },
    selected: {
      '&&': tint(alpha(palette.primary.main, 0.1)),
      '&&:hover': tint(alpha(palette.primary.main, 0.16)),
    },
  }),
  { name: 'GitlabTokensWideRow' },
);

/**
 * A row of a `WideTable`, opaque whatever its state.
 *
 * @param props - `look`: every other row of `striped` ones has another colour, `section` is the heading of others
 */
export function WideRow(props: {
  look?: 'plain' | 'striped' | 'section';
  hover?: boolean;
  selected?: boolean;
  children: ReactNode;
}) {
  const { look = 'plain', hover = false, selected = false } = props;
  const classes = useStyles();
  const names = [
    classes.row,
    look === 'striped' && classes.striped,
    look === 'section' && classes.section,
    hover && classes.hover,
    selected && classes.selected,
  ];
  return (
    <TableRow className={names.filter(Boolean).join(' ')}>
      {props.children}
    </TableRow>
  );
}
