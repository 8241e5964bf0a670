import { Button, Checkbox, Skeleton, Stack, TextInput } from "@mantine/core";
import { useMemo, useState } from "react";
import type { RomeCount } from "@/api/types";
import { useTranslation } from "@/i18n/search";
import { formatNumber } from "@/lib/format";
import { Disclosure } from "@/ui/Disclosure";
import { Icon } from "@/ui/Icon";
import classes from "./RomeFilter.module.css";
import { families, type RomeNode, romeTree } from "./romeTree";

const FAMILIES_SHOWN = 12;

interface Props {
  counts: RomeCount[] | null | undefined;
  /** The counts are on their way. */
  loading: boolean;
  chosen: string[];
  /** The label of a chosen value that no result has. */
  labelOf: (code: string) => string | null;
  /** No more values may be chosen. */
  full: boolean;
  onToggle: (code: string) => void;
  onClear: () => void;
}

type RowProps = Pick<Props, "chosen" | "full" | "onToggle">;

/** Domains, jobs and families of the results, each with how many profiles it would leave. */
export function RomeFilter({ counts, loading, chosen, labelOf, full, onToggle, onClear }: Props) {
  const { t } = useTranslation();
  const tree = useMemo(() => romeTree(counts ?? []), [counts]);
  if (!counts) return loading ? <LoadingRows /> : null;
  const absent = chosen.filter((code) => !counts.some((count) => count.code === code));
  const row = { chosen, full, onToggle };
  return (
    <Stack gap="xs">
      {chosen.length > 0 ? (
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={onClear}
          className={classes.clear ?? ""}
        >
          {t("rome.clear")}
        </Button>
      ) : null}
      {full ? <p className={classes.note}>{t("rome.full")}</p> : null}
      {absent.map((code) => (
        <Row key={code} {...row} node={{ code, label: labelOf(code) ?? code, count: 0 }} />
      ))}
      {tree.length === 0 && absent.length === 0 ? (
        <p className={classes.note}>{t("rome.none")}</p>
      ) : (
        <ul className={classes.tree}>
          {tree.map((node) => (
            <Branch key={node.code} node={node} {...row} />
          ))}
        </ul>
      )}
      <Families counts={families(counts)} {...row} />
    </Stack>
  );
}

function Branch({ node, ...row }: RowProps & { node: RomeNode }) {
  const { t } = useTranslation();
  const inside = row.chosen.some((code) => code !== node.code && code.startsWith(node.code));
  const [open, setOpen] = useState(inside);
  return (
    <li className={classes.node}>
      <div className={classes.line}>
        {node.children.length > 0 ? (
          <button
            type="button"
            className={classes.expand}
            aria-expanded={open}
            aria-label={t(open ? "rome.close" : "rome.open", { label: node.label })}
            onClick={() => setOpen(!open)}
          >
            <span data-open={open || undefined} className={classes.chevron}>
              <Icon name="chevronRight" size={15} />
            </span>
          </button>
        ) : (
          <span className={classes.gap} />
        )}
        <Row node={node} {...row} />
      </div>
      {open ? (
        <ul className={classes.tree} data-nested>
          {node.children.map((child) => (
            <Branch key={child.code} node={child} {...row} />
          ))}
        </ul>
      ) : null}
    </li>
  );
}

type RowNode = Pick<RomeCount, "code" | "label" | "count">;

function Row({ node, chosen, full, onToggle }: RowProps & { node: RowNode }) {
  const { t } = useTranslation();
  const checked = chosen.includes(node.code);
  return (
    <Checkbox
      size="sm"
      className={classes.check ?? ""}
      classNames={{ labelWrapper: classes.labelWrapper ?? "", body: classes.checkBody ?? "" }}
      checked={checked}
      disabled={full && !checked}
      onChange={() => onToggle(node.code)}
      aria-label={`${node.label}, ${t("count.profiles", { count: node.count })}`}
      label={
        <span className={classes.label}>
          <span>{node.label}</span>
          <span className={classes.count}>{formatNumber(node.count)}</span>
        </span>
      }
    />
  );
}

function Families({ counts, ...row }: RowProps & { counts: RomeCount[] }) {
  const { t } = useTranslation();
  const [words, setWords] = useState("");
  if (counts.length === 0) return null;
  const wanted = fold(words);
  const matching = counts.filter(({ label }) => fold(label).includes(wanted));
  const chosen = counts.filter(({ code }) => row.chosen.includes(code));
  const shown = [...new Set([...chosen, ...matching.slice(0, FAMILIES_SHOWN)])];
  return (
    <Disclosure label={<span className={classes.subtitle}>{t("rome.families")}</span>}>
      <Stack gap="xs">
        {counts.length > FAMILIES_SHOWN ? (
          <TextInput
            size="sm"
            label={t("rome.familySearch")}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
        ) : null}
        {shown.map((count) => (
          <Row key={count.code} node={count} {...row} />
        ))}
      </Stack>
    </Disclosure>
  );
}

const fold = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();

function LoadingRows() {
  return (
    <Stack gap="sm" aria-hidden="true">
      {["85%", "70%", "78%", "60%"].map((width) => (
        <Skeleton key={width} height={18} width={width} />
      ))}
    </Stack>
  );
}
