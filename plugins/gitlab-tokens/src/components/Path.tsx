import { Fragment } from 'react';

/**
 * The full path of a project or group, or the reference of an entity, which breaks between its names where it does not
 * fit into a line.
 */
export function Path(props: { path: string }) {
  return (
    <>
      {props.path.split('/').map((name, index) => (
        <Fragment key={index}>
          {index > 0 && (
            <>
              /<wbr />
            </>
          )}
          {name}
        </Fragment>
      ))}
    </>
  );
}
