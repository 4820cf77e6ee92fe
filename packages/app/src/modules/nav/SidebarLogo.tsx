import {
  Link,
  sidebarConfig,
  useSidebarOpenState,
} from '@backstage/core-components';
import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { KeyMark } from './KeyMark';

const useStyles = makeStyles(
  {
    root: {
      width: '100%',
      height: 2.5 * sidebarConfig.logoHeight,
      overflow: 'hidden',
    },
    link: {
      display: 'flex',
      alignItems: 'center',
      width: '100%',
      height: '100%',
      color: '#fff',
    },
    mark: {
      flexShrink: 0,
      width: sidebarConfig.drawerWidthClosed,
      textAlign: 'center',
    },
    name: {
      minWidth: 0,
      overflow: 'hidden',
      fontSize: 15,
      fontWeight: 700,
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    },
  },
  { name: 'SidebarLogo' },
);

/** The portal's mark, with its name while the sidebar is open. */
export function SidebarLogo() {
  const classes = useStyles();
  const { isOpen } = useSidebarOpenState();
  const title = useApi(configApiRef).getOptionalString('app.title') ?? 'Home';
  return (
    <div className={classes.root}>
      <Link to="/" underline="none" className={classes.link} aria-label={title}>
        <span className={classes.mark}>
          <KeyMark />
        </span>
        {isOpen && <span className={classes.name}>{title}</span>}
      </Link>
    </div>
  );
}
