import type { ComponentChildren } from 'preact';

interface Props {
  title: string;
  /** Stands beside the title. */
  aside?: ComponentChildren;
  class?: string;
  children: ComponentChildren;
}

/** A part of a view with its title. */
export function Panel({ title, aside, class: className = '', children }: Props) {
  const id = `title-${title.toLowerCase().replace(/\W+/g, '-')}`;
  return (
    <section class={`panel ${className}`} aria-labelledby={id}>
      <header class="panel-head">
        <h2 id={id}>{title}</h2>
        {aside}
      </header>
      {children}
    </section>
  );
}
