import { Theme } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';

/** Whether the window has no room for a table, as on a telephone. */
export function useIsNarrow(): boolean {
  return useMediaQuery<Theme>(theme => theme.breakpoints.down('xs'), {
    // Else it would be drawn wide first
    noSsr: true,
  });
}
