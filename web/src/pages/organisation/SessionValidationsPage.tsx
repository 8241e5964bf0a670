import { getRouteApi } from "@tanstack/react-router";
import { SkillPickerLater } from "@/features/catalog";
import { type GridAddress, SessionGrid } from "@/features/passport/grid/SessionGrid";
import { GRID_VIEWS, type GridSearch, nameOf } from "@/features/passport/search";
import { useTranslation } from "@/i18n/validationGrid";
import { paths } from "@/lib/paths";
import { ButtonLink } from "@/ui/ButtonLink";
import { SessionFrame } from "./SessionFrame";
import { useTeaching } from "./useTeaching";
import { WithSession } from "./WithSession";

const route = getRouteApi("/guarded/organisations/$organisation/sessions/$session/validations");

/** The validations of a session: who was evaluated on what, and what is about to be written. */
export function SessionValidationsPage() {
  const { t } = useTranslation();
  const { runs, suspended } = useTeaching();
  const search: GridSearch = route.useSearch();
  const navigate = route.useNavigate();
  const onAddress = ({ view, person, skill }: Partial<GridAddress>) => {
    const vue = view ? nameOf(GRID_VIEWS, view) : undefined;
    const next: GridSearch = {
      ...search,
      ...(vue ? { vue } : {}),
      ...(person ? { qui: person } : {}),
      ...(skill ? { quoi: skill } : {}),
    };
    void navigate({ search: next, replace: true, resetScroll: false });
  };
  return (
    <WithSession>
      {(session, organisation) => (
        <SessionFrame organisation={organisation} session={session} part="validations" wide>
          <SessionGrid
            place={{ organisation, session: session.id }}
            writes={!suspended}
            address={{
              view: search.vue ? GRID_VIEWS[search.vue] : undefined,
              person: search.qui,
              skill: search.quoi,
            }}
            onAddress={onAddress}
            skillPicker={
              runs
                ? (taken, onPick) => (
                    <SkillPickerLater
                      label={t("validating.beside")}
                      placeholder={t("validating.besidePlaceholder")}
                      taken={taken}
                      takenHint={t("validating.besideTaken")}
                      onPick={onPick}
                    />
                  )
                : null
            }
            toQueue={
              <ButtonLink
                to={paths.validations}
                params={{ organisation }}
                search={{ vue: "confirmer", session: session.id }}
                variant="default"
                size="sm"
              >
                {t("validating.toQueue")}
              </ButtonLink>
            }
          />
        </SessionFrame>
      )}
    </WithSession>
  );
}
