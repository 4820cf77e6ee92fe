import { useLocation, useNavigate } from 'react-router-dom';

/** The browser's address and its back button, for tests of what is in the URL. */
export function AddressBar() {
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  return (
    <>
      <output aria-label="Address">{`${pathname}${search}`}</output>
      <button type="button" onClick={() => navigate(-1)}>
        Back in the browser
      </button>
    </>
  );
}
