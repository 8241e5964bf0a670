import { Button, Group, NumberInput, Skeleton, Stack, Text, VisuallyHidden } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { messagesOf } from "@/api/problem";
import type { Experience, ExperienceProof, ProofZone } from "@/api/types";
import { useTranslation } from "@/i18n/proofMask";
import { Notice } from "@/ui/Notice";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { UnsavedGuard } from "@/ui/UnsavedGuard";
import { proofFile, useExperiences } from "../queries";
import { openPages, type Pages } from "./pages";
import { type Placed, Sheet } from "./Sheet";
import { ZoneList } from "./ZoneList";
import { added, MOST_ZONES, same } from "./zones";

interface Props {
  experience: Experience;
  proof: ExperienceProof;
  onDone: () => void;
}

/** Masks zones of a proof: what others see of it from then on is a copy in which what they cover does not exist. */
export function MaskEditor({ experience, proof, onDone }: Props) {
  const { t } = useTranslation();
  const pages = usePages(experience.id, proof);
  if (pages.isError) {
    return <ProblemNotice error={pages.error} onRetry={() => void pages.refetch()} />;
  }
  if (!pages.data) {
    return <Skeleton height={420} radius="lg" role="img" aria-label={t("state.loading")} />;
  }
  return <Editor experience={experience} proof={proof} pages={pages.data} onDone={onDone} />;
}

/** The pages of the file itself, kept as long as they are looked at. */
function usePages(experience: string, proof: ExperienceProof) {
  const query = useQuery({
    queryKey: ["proof-pages", proof.id],
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnReconnect: false,
    queryFn: async () => {
      const { content } = await proofFile(experience, proof.id, false);
      return await openPages(content, proof.media_type);
    },
  });
  const open = useRef<Pages | null>(null);
  open.current = query.data ?? null;
  useEffect(() => () => open.current?.close(), []);
  return query;
}

function Editor({ experience, proof, pages, onDone }: Props & { pages: Pages }) {
  const { t } = useTranslation();
  const { mask } = useExperiences();
  const [zones, setZones] = useState<ProofZone[]>(proof.zones);
  const [page, setPage] = useState(1);
  const [chosen, setChosen] = useState<number | null>(null);
  const [said, setSaid] = useState("");
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const unsaved = useRef(false);
  unsaved.current = !same(zones, proof.zones);
  const shown: Placed[] = zones
    .map((zone, place) => ({ zone, place }))
    .filter(({ zone }) => zone.page === page);
  const full = zones.length >= MOST_ZONES;

  const add = (zone: ProofZone) => {
    if (full) return;
    setZones([...zones, zone]);
    setChosen(zones.length);
    setSaid(t("proofMask.addedZone", { number: zones.length + 1 }));
  };
  const change = (place: number, zone: ProofZone) =>
    setZones((all) => all.map((one, at) => (at === place ? zone : one)));
  const remove = (place: number) => {
    setZones(zones.filter((_, at) => at !== place));
    setChosen(null);
    setSaid(t("proofMask.removedZone", { number: place + 1 }));
  };
  const addByKey = () => {
    add(added(page));
    // The keyboard goes on from the zone it has just put there.
    setTimeout(() => document.querySelector<HTMLElement>(`[data-zone="${zones.length}"]`)?.focus());
  };
  const save = async () => {
    setPending(true);
    setError(null);
    try {
      await mask(experience.id, proof.id, zones);
      unsaved.current = false;
      onDone();
    } catch (refusal) {
      setError(refusal);
    } finally {
      setPending(false);
    }
  };

  return (
    <Panel>
      <UnsavedGuard unsaved={unsaved} />
      <Stack>
        {pages.drawn ? null : (
          <Notice tone="warning" icon="alert" title={t("proofMask.notDrawn")}>
            {t("proofMask.notDrawnHelp")}
          </Notice>
        )}
        <Text size="sm" id="masquer-clavier">
          {t("proofMask.help")}
        </Text>
        <VisuallyHidden role="status">{said}</VisuallyHidden>
        {pages.count > 1 ? (
          <PageChoice page={page} pages={pages} zones={zones} onPage={setPage} />
        ) : null}
        <Sheet
          key={page}
          pages={pages}
          page={page}
          zones={shown}
          chosen={chosen}
          onChoose={setChosen}
          onAdd={add}
          onChange={change}
          onRemove={remove}
        />
        <Group>
          <Button variant="default" onClick={addByKey} disabled={full}>
            {t("proofMask.add")}
          </Button>
          {full ? <Text size="sm">{t("proofMask.full", { count: MOST_ZONES })}</Text> : null}
        </Group>
        <ZoneList zones={shown} chosen={chosen} onChange={change} onRemove={remove} />
        <Text size="sm" c="dimmed">
          {t("proofMask.total", { count: zones.length })}
        </Text>
        {error ? <ProblemNotice error={error} messages={messagesOf(error)} /> : null}
        <Group>
          <Button loading={pending} disabled={same(zones, proof.zones)} onClick={() => void save()}>
            {t(zones.length === 0 ? "proofMask.unmask" : "proofMask.save")}
          </Button>
          <Button variant="default" onClick={onDone}>
            {t("action.cancel")}
          </Button>
        </Group>
      </Stack>
    </Panel>
  );
}

interface ChoiceProps {
  page: number;
  pages: Pages;
  zones: ProofZone[];
  onPage: (page: number) => void;
}

/** Which page is looked at, and which ones have zones. */
function PageChoice({ page, pages, zones, onPage }: ChoiceProps) {
  const { t } = useTranslation();
  const masked = [...new Set(zones.map((zone) => zone.page))].sort((one, other) => one - other);
  return (
    <Group align="flex-end">
      <Button variant="default" disabled={page <= 1} onClick={() => onPage(page - 1)}>
        {t("proofMask.previous")}
      </Button>
      <NumberInput
        label={pages.drawn ? t("proofMask.pageOf", { count: pages.count }) : t("proofMask.page")}
        w={130}
        min={1}
        max={pages.count}
        allowDecimal={false}
        value={page}
        onChange={(value) => {
          if (typeof value === "number" && value >= 1 && value <= pages.count) onPage(value);
        }}
      />
      <Button variant="default" disabled={page >= pages.count} onClick={() => onPage(page + 1)}>
        {t("proofMask.next")}
      </Button>
      {masked.length > 0 ? (
        <Text size="sm" c="dimmed">
          {t("proofMask.maskedPages", { pages: masked.join(", ") })}
        </Text>
      ) : null}
    </Group>
  );
}
