import { Button, Group, PasswordInput, Skeleton, Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { asProblem } from "@/api/problem";
import { useTranslation } from "@/i18n/sharedPassport";
import { Notice } from "@/ui/Notice";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { type Key, viewShare } from "../check/queries";
import { SharedView } from "./SharedView";

const PASSWORD_ASKED = "share_password_required";

/** What a link shows to whoever holds it: read only, and nobody need be signed in. */
export function SharedPassport({ token }: { token: string }) {
  const { t } = useTranslation();
  const [password, setPassword] = useState("");
  const [locked, setLocked] = useState(false);
  const { mutate, ...look } = useMutation({
    mutationFn: async (key: Key) => ({ key, shown: await viewShare(key) }),
    onError: (refusal) => {
      if (asProblem(refusal).code === PASSWORD_ASKED) setLocked(true);
    },
  });
  // One look, however often the page is drawn: its owner reads how many there were.
  const asked = useRef("");
  useEffect(() => {
    if (asked.current === token) return;
    asked.current = token;
    mutate({ token, password: null });
  }, [token, mutate]);

  if (look.data) return <SharedView shown={look.data.shown} link={look.data.key} />;
  const problem = look.error ? asProblem(look.error) : null;
  if (problem?.status === 404) {
    return (
      <Notice tone="error" announce title={t("shared.unknown")}>
        {t("shared.unknownHelp")}
      </Notice>
    );
  }
  if (locked) {
    const wrong = problem?.errors.find(({ pointer }) => pointer === "/password")?.message ?? null;
    return (
      <Panel narrow>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            mutate({ token, password });
          }}
        >
          <Stack>
            <Text>{t("shared.locked")}</Text>
            {problem && problem.code !== PASSWORD_ASKED && !wrong ? (
              <ProblemNotice error={problem} />
            ) : null}
            <PasswordInput
              label={t("shared.password")}
              required
              autoComplete="off"
              maxLength={128}
              error={wrong}
              value={password}
              visibilityToggleButtonProps={{ "aria-label": t("field.showPassword") }}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
            <Group>
              <Button type="submit" loading={look.isPending} disabled={password === ""}>
                {t("shared.open")}
              </Button>
            </Group>
          </Stack>
        </form>
      </Panel>
    );
  }
  if (problem) {
    return <ProblemNotice error={problem} onRetry={() => mutate({ token, password: null })} />;
  }
  return <Skeleton height={320} radius="lg" role="img" aria-label={t("state.loading")} />;
}
