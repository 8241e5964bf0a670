import { Group, NativeSelect, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { SkillPickerLater, useSkillLabels } from "@/features/catalog";
import {
  DESK_VIEWS,
  type DeskSearch,
  type DeskView,
  nameOf,
  REPLY_STATES,
  type ReplyState,
} from "@/features/passport/search";
import { DeskLinks } from "@/features/passport/staff/DeskLinks";
import { PassportRules } from "@/features/passport/staff/PassportRules";
import { Queue } from "@/features/passport/staff/Queue";
import { Received } from "@/features/passport/staff/Received";
import { Written } from "@/features/passport/staff/Written";
import { openRepliesQuery, passportSettingsQuery } from "@/features/passport/staffQueries";
import { useTranslation } from "@/i18n/validationDesk";
import { formatNumber } from "@/lib/format";
import { paths } from "@/lib/paths";
import { useStanding } from "@/shell/standing";
import { PageTitle } from "@/ui/PageTitle";
import { usePeopleNames } from "./usePeopleNames";
import { useTeaching } from "./useTeaching";

const route = getRouteApi("/guarded/organisations/$organisation/validations");

const FOR_TRAINERS: DeskView[] = ["written", "waiting"];
const FOR_STAFF: DeskView[] = ["written", "waiting", "replies", "settings"];

/** What an organisation wrote in passports, what waits in it, and how it validates. */
export function ValidationsPage() {
  const { t } = useTranslation();
  const { id, organisations, runs, writes, suspended } = useTeaching();
  const search: DeskSearch = route.useSearch();
  const navigate = route.useNavigate();
  const go = useNavigate();
  const self = useStanding()?.me.id ?? "";
  const names = usePeopleNames(id);
  const waiting = useWaiting(id, runs);
  const open = runs ? FOR_STAFF : FOR_TRAINERS;
  const asked = (search.vue ? DESK_VIEWS[search.vue] : undefined) ?? "written";
  const view = open.includes(asked) ? asked : "written";
  const onState = (state: ReplyState | undefined) => {
    const etat = state ? nameOf(REPLY_STATES, state) : undefined;
    void navigate({
      search: { vue: "reponses", ...(etat ? { etat } : {}) },
      replace: true,
      resetScroll: false,
    });
  };
  return (
    <Stack gap="lg" maw={960} mx="auto">
      <Group justify="space-between" align="flex-start" gap="sm">
        <div>
          <PageTitle title={t("desk.title")} lead={t("desk.lead")} />
        </div>
        {organisations.length > 1 ? (
          <NativeSelect
            aria-label={t("desk.choose")}
            value={id}
            data={organisations.map((mine) => ({ value: mine.id, label: mine.name }))}
            onChange={(event) =>
              go({ to: paths.validations, params: { organisation: event.currentTarget.value } })
            }
          />
        ) : null}
      </Group>
      <DeskLinks organisation={id} current={view} open={open} waiting={waiting} />
      {view === "written" ? <Written key={id} organisation={id} nameOf={names} /> : null}
      {view === "waiting" ? (
        <Queue
          key={id}
          organisation={id}
          session={search.session}
          writes={!suspended}
          onAll={() => navigate({ search: { vue: "confirmer" }, replace: true })}
        />
      ) : null}
      {view === "replies" ? (
        <Received
          key={id}
          organisation={id}
          state={search.etat ? REPLY_STATES[search.etat] : undefined}
          onState={onState}
          writes={writes}
          self={self}
        />
      ) : null}
      {view === "settings" ? <Rules key={id} organisation={id} writes={writes} /> : null}
    </Stack>
  );
}

/** How many replies wait for an answer; nothing when none does. */
function useWaiting(organisation: string, runs: boolean): string | null {
  const waiting = useQuery({ ...openRepliesQuery(organisation), enabled: runs }).data;
  if (!waiting || waiting.count === 0) return null;
  return `${formatNumber(waiting.count)}${waiting.more ? "\u00a0+" : ""}`;
}

function Rules({ organisation, writes }: { organisation: string; writes: boolean }) {
  const { t } = useTranslation();
  const settings = useQuery(passportSettingsQuery(organisation)).data;
  const { labelOf } = useSkillLabels(settings?.validities.map(({ skill }) => skill) ?? []);
  return (
    <PassportRules
      organisation={organisation}
      writes={writes}
      labelOf={labelOf}
      skillPicker={(taken, onPick) => (
        <SkillPickerLater
          label={t("passportRule.add")}
          placeholder={t("passportRule.addPlaceholder")}
          taken={taken}
          takenHint={t("passportRule.taken")}
          onPick={onPick}
        />
      )}
    />
  );
}
