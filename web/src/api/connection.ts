import { useSyncExternalStore } from "react";
import { reachability } from "./reachability";

const watchOnline = (listener: () => void) => {
  window.addEventListener("online", listener);
  window.addEventListener("offline", listener);
  return () => {
    window.removeEventListener("online", listener);
    window.removeEventListener("offline", listener);
  };
};

/** Whether the device has a connection, as far as it can tell. */
export const useOnline = (): boolean => useSyncExternalStore(watchOnline, () => navigator.onLine);

export const useReachable = (): boolean =>
  useSyncExternalStore(reachability.subscribe, reachability.current);

/** Whether the device has a connection and the server answers, as far as one can tell. */
export function useConnected(): boolean {
  const isOnline = useOnline();
  const isReachable = useReachable();
  return isOnline && isReachable;
}
