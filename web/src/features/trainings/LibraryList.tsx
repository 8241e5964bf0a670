import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { PagedList } from "@/ui/PagedList";
import own from "./Library.module.css";
import classes from "./Lines.module.css";

interface ListProps<T> {
  list: UseInfiniteQueryResult<InfiniteData<{ items: T[] }>>;
  /** Stands in the place of an empty list. */
  none: ReactNode;
  card: (one: T) => ReactNode;
}

/** What an organisation writes once, page after page. */
export function LibraryList<T extends { id: string }>({ list, none, card }: ListProps<T>) {
  return (
    <PagedList list={list} height={200} none={none}>
      {(all, busy) => (
        <ul className={classes.cards} aria-busy={busy}>
          {all.map((one) => (
            <li key={one.id}>{card(one)}</li>
          ))}
        </ul>
      )}
    </PagedList>
  );
}

interface CardProps {
  name: string;
  /** What there is to know of it at a glance. */
  meta: ReactNode;
  /** What may be done with it; left out for those who only read. */
  actions: ReactNode;
  description: string;
  children?: ReactNode;
}

/** One of them: what it is, and what may be done with it. */
export function LibraryCard({ name, meta, actions, description, children }: CardProps) {
  return (
    <div className={own.card}>
      <div className={classes.head}>
        <div className={classes.main}>
          <h2 className={classes.label}>{name}</h2>
          <div className={classes.meta}>{meta}</div>
        </div>
        {actions ? <div className={classes.actions}>{actions}</div> : null}
      </div>
      {description ? <p className={own.description}>{description}</p> : null}
      {children}
    </div>
  );
}
