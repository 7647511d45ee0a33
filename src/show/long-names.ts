import { options } from 'preact';

/** A name may have 1,000 characters; so many of them tell it apart and leave room for the rest of a face. */
const MOST = 120;

/**
 * Names stand in `bdi`, everywhere. Of a giant one the beginning is drawn, with a mark, and all of it for the pointer;
 * one without a space may be parted anywhere.
 */
export function cutLongNames(): void {
  const before = options.vnode;
  options.vnode = (node) => {
    const props = node.props as { children?: unknown; title?: string; class?: string };
    const { children: name } = props;
    if (node.type === 'bdi' && typeof name === 'string' && /\S{20}/.test(name))
      props.class = `${props.class ?? ''} long`;
    if (node.type === 'bdi' && typeof name === 'string' && name.length > MOST) {
      props.title ??= name;
      props.children = `${name.slice(0, MOST).replace(/\p{Cs}$/u, '')}…`;
    }
    before?.(node);
  };
}
