import { Button, NativeSelect, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { MyOrganisation } from "@/api/types";
import { NoticesEntry } from "@/features/notices";
import { IdentityPanel, InviteForm, Members } from "@/features/orgs";
import { AlertSettings } from "@/features/records/AlertSettings";
import { peopleQuery } from "@/features/sessions/queries";
import { useTranslation } from "@/i18n/orgs";
import { fullName } from "@/lib/names";
import { paths } from "@/lib/paths";
import { staff, teaches, writesTrainings } from "@/shell/navigation";
import { useStanding } from "@/shell/standing";
import { Notice } from "@/ui/Notice";
import { PageTitle } from "@/ui/PageTitle";

/** One's organisation: who it is, its members, and the way to invite more. */
export function OrganisationPage() {
  const { t } = useTranslation();
  const standing = useStanding();
  const mine = standing?.organisations.filter(staff) ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const organisation = mine.find(({ id }) => id === chosen) ?? mine[0];
  if (!standing) return null;
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
          <NoticesEntry
            organisation={organisation.id}
            link={
              <Button
                variant="default"
                renderRoot={(button) => (
                  <Link {...button} to={paths.notices} params={{ organisation: organisation.id }} />
                )}
              >
                {t("organisation.toNotices")}
              </Button>
            }
          />
          <IdentityPanel organisation={organisation} />
          <InviteForm organisation={organisation.id} role={organisation.role} />
          <Alerts key={organisation.id} organisation={organisation} />
          <Members organisation={organisation.id} role={organisation.role} self={standing.me.id} />
        </>
      ) : (
        <Notice title={t("organisation.none")}>{t("organisation.noneHelp")}</Notice>
      )}
    </Stack>
  );
}

/** When those who run or teach here are told of low attendance. */
function Alerts({ organisation }: { organisation: MyOrganisation }) {
  const people = useQuery(peopleQuery(organisation.id)).data ?? [];
  const colleagues = people
    .filter(({ role }) => teaches({ ...organisation, role }))
    .map((one) => ({ id: one.person_id, name: fullName(one) }));
  return (
    <AlertSettings
      organisation={organisation.id}
      writes={writesTrainings(organisation)}
      colleagues={colleagues}
    />
  );
}
