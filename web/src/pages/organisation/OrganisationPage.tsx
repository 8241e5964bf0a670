import { NativeSelect, Stack } from "@mantine/core";
import { useState } from "react";
import { useMe } from "@/features/identity";
import { InviteForm, Members } from "@/features/orgs";
import { useTranslation } from "@/lib/i18n";
import { Notice } from "@/ui/Notice";
import { PageTitle } from "@/ui/PageTitle";

const STAFF = ["admin", "manager"];

/** The members of one's organisation, and the way to invite more. */
export function OrganisationPage() {
  const { t } = useTranslation();
  const me = useMe();
  const mine = me?.organisations.filter(({ role }) => STAFF.includes(role)) ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const organisation = mine.find(({ id }) => id === chosen) ?? mine[0];
  if (!me) return null;
  return (
    <Stack gap="lg" maw={820} mx="auto">
      <div>
        <PageTitle title={organisation?.name ?? t("organisation.title")} />
      </div>
      {mine.length > 1 ? (
        <NativeSelect
          label={t("organisation.choose")}
          value={organisation?.id}
          onChange={(event) => setChosen(event.currentTarget.value)}
          data={mine.map(({ id, name }) => ({ value: id, label: name }))}
          maw={360}
        />
      ) : null}
      {organisation ? (
        <>
          <Members organisation={organisation.id} role={organisation.role} self={me.id} />
          <InviteForm organisation={organisation.id} role={organisation.role} />
        </>
      ) : (
        <Notice title={t("organisation.none")}>{t("organisation.noneHelp")}</Notice>
      )}
    </Stack>
  );
}
