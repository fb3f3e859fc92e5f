//! What a worker gives up before it runs anybody's code.
//!
//! Each layer is tried on its own, and what a kernel lacks is said, not hidden. None of them is what keeps a guest inside:
//! WebAssembly does. They are for the day when it does not.

use std::fmt;

use landlock::{ABI, Access, AccessFs, AccessNet, CompatLevel, Compatible, Ruleset, RulesetAttr, RulesetStatus, Scope};
use rustix::process::{DumpableBehavior, Resource, Rlimit, set_dumpable_behavior, setrlimit};
use seccompiler::{BpfProgram, SeccompAction, SeccompFilter, TargetArch};
use serde::{Deserialize, Serialize};

/// What holds of a worker.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Confinement {
    /// No file can be opened and no connection made (Landlock).
    pub landlock: bool,
    /// Only the system calls of computing are left (seccomp).
    pub seccomp: bool,
    /// No core file, no growth of files, few descriptors.
    pub limits: bool,
}

impl Confinement {
    /// Whether all of it holds.
    pub fn is_whole(self) -> bool {
        self.landlock && self.seccomp && self.limits
    }
}

impl fmt::Display for Confinement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let layers = [("landlock", self.landlock), ("seccomp", self.seccomp), ("resource limits", self.limits)];
        let of = |wanted| layers.iter().filter(move |(_, holds)| *holds == wanted).map(|(name, _)| *name);
        let list = |names: Vec<&str>| if names.is_empty() { "nothing".to_owned() } else { names.join(", ") };
        write!(f, "{}", list(of(true).collect()))?;
        if !self.is_whole() {
            write!(f, "; this system has no {}", list(of(false).collect()))?;
        }
        Ok(())
    }
}

/// Gives up what can be given up. To be called on the thread that runs guests, when everything is open.
pub(super) fn confine() -> Confinement {
    let limits = limit_resources().is_ok();
    let landlock = restrict_files().unwrap_or(false);
    Confinement { limits, landlock, seccomp: filter_calls().is_ok() }
}

fn limit_resources() -> rustix::io::Result<()> {
    let at_most = |most| Rlimit { current: Some(most), maximum: Some(most) };
    setrlimit(Resource::Core, at_most(0))?;
    setrlimit(Resource::Fsize, at_most(0))?;
    setrlimit(Resource::Nofile, at_most(64))?;
    // Nobody of the same user may look into the memory either.
    set_dumpable_behavior(DumpableBehavior::NotDumpable)
}

/// No rule allows anything, so nothing is allowed. `false` where the kernel has no Landlock.
fn restrict_files() -> Result<bool, landlock::RulesetError> {
    let newest = ABI::V6;
    let status = Ruleset::default()
        .set_compatibility(CompatLevel::BestEffort)
        .handle_access(AccessFs::from_all(newest))?
        .handle_access(AccessNet::from_all(newest))?
        .scope(Scope::from_all(newest))?
        .create()?
        .restrict_self()?;
    Ok(status.ruleset != RulesetStatus::NotEnforced)
}

/// The system calls of a process that computes, manages its memory, and talks over what is open already.
const CALLS: &[i64] = &[
    libc::SYS_read,
    libc::SYS_write,
    libc::SYS_recvfrom,
    libc::SYS_sendto,
    libc::SYS_close,
    libc::SYS_mmap,
    libc::SYS_munmap,
    libc::SYS_mprotect,
    libc::SYS_mremap,
    libc::SYS_madvise,
    libc::SYS_brk,
    libc::SYS_futex,
    libc::SYS_ioctl,
    libc::SYS_rt_sigreturn,
    libc::SYS_rt_sigaction,
    libc::SYS_rt_sigprocmask,
    libc::SYS_sigaltstack,
    libc::SYS_clock_gettime,
    libc::SYS_gettid,
    libc::SYS_getpid,
    libc::SYS_tgkill,
    libc::SYS_sched_yield,
    libc::SYS_restart_syscall,
    libc::SYS_exit,
    libc::SYS_exit_group,
];

/// Whatever else is called fails with "not permitted".
fn filter_calls() -> Result<(), seccompiler::Error> {
    let arch: TargetArch = std::env::consts::ARCH.try_into().map_err(seccompiler::Error::Backend)?;
    let rules = CALLS.iter().map(|call| (*call, Vec::new())).collect();
    let denied = SeccompAction::Errno(libc::EPERM.cast_unsigned());
    let filter = SeccompFilter::new(rules, denied, SeccompAction::Allow, arch).map_err(seccompiler::Error::Backend)?;
    let program: BpfProgram = filter.try_into().map_err(seccompiler::Error::Backend)?;
    seccompiler::apply_filter_all_threads(&program)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_said() {
        let whole = Confinement { landlock: true, seccomp: true, limits: true };
        assert_eq!(whole.to_string(), "landlock, seccomp, resource limits");
        let less = Confinement { landlock: false, ..whole };
        assert_eq!(less.to_string(), "seccomp, resource limits; this system has no landlock");
    }
}
