import { Title } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { lazy } from "react";
import { stateFromParams } from "@/features/profiles";
import { OpenedProfile } from "@/features/profiles/opened";
import { useTranslation } from "@/i18n/openedProfile";
import { paths } from "@/lib/paths";
import { ButtonLink } from "@/ui/ButtonLink";
import { Later } from "@/ui/Later";
import { Panel } from "@/ui/Panel";
import { AccessRefused } from "./AccessRefused";
import { ProfileBack, searchOf } from "./ProfileBack";
import { ProfileMoves } from "./ProfileMoves";
import { searchText } from "./SelectionActions";

const Notes = lazy(async () => ({ default: (await import("@/features/lists/Notes")).Notes }));

const route = getRouteApi("/guarded/recrutement/profils/$profile");

/** One person as the company may see them, opened by a recruiter: the person is told. */
export function ProfilePage() {
  const { t } = useTranslation();
  const { profile: id } = route.useParams();
  const from = route.useSearch();
  const search = searchOf(from);
  return (
    <OpenedProfile
      key={id}
      id={id}
      back={<ProfileBack from={from} />}
      searchLink={
        <ButtonLink to={paths.search} search={search} variant="default" size="sm">
          {t("openedProfile.toSearch")}
        </ButtonLink>
      }
      refused={(code) => <AccessRefused code={code} />}
      moves={(profile, name, onListed) => (
        <ProfileMoves
          profile={profile}
          name={name}
          search={searchText(stateFromParams(search))}
          onListed={onListed}
        />
      )}
      notes={
        <Panel labelledBy="notes">
          <Title order={2} id="notes" mb="sm">
            {t("openedProfile.notes")}
          </Title>
          <Later height={160}>
            <Notes profile={id} />
          </Later>
        </Panel>
      }
    />
  );
}
