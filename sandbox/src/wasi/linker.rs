//! Every import a guest may have, by name, and the call that serves it.

use wasmtime::{Caller, Linker};

use super::{
    GuestState,
    abi::Errno,
    call::{Call, Fault, Halt, serve},
    clock::ClockId,
    paths::{OpenRequest, Text},
};

/// The module that all imports are from.
pub(crate) const MODULE: &str = "wasi_snapshot_preview1";

macro_rules! calls {
    ($($name:ident($($arg:ident: $type:ty),*) $work:expr;)*) => {
        /// The names of the imports served here. A guest with any other import is refused when it is built.
        pub(crate) const IMPORTS: &[&str] = &[$(stringify!($name),)* "proc_exit"];

        fn add_calls(linker: &mut Linker<GuestState>) -> wasmtime::Result<()> {
            $(
                linker.func_wrap(MODULE, stringify!($name), |mut caller: Caller<'_, GuestState>, $($arg: $type),*| -> wasmtime::Result<i32> {
                    let work: fn(&mut Call<'_>, $($type),*) -> Result<(), Fault> = $work;
                    serve(&mut caller, |call| work(call, $($arg),*))
                })?;
            )*
            Ok(())
        }
    };
}

calls! {
    args_get(_argv: u32, _buffer: u32) |_, _, _| Ok(());
    args_sizes_get(count: u32, bytes: u32) nothing;
    environ_get(_environ: u32, _buffer: u32) |_, _, _| Ok(());
    environ_sizes_get(count: u32, bytes: u32) nothing;
    clock_res_get(_id: u32, result: u32) |call, _, result| Ok(call.memory.write_u64(result, 1_000)?);
    clock_time_get(id: u32, _precision: u64, result: u32) |call, id, _, result| {
        let id = ClockId::from_number(id).ok_or(Errno::Invalid)?;
        let now = call.wasi.clock.read(id);
        Ok(call.memory.write_u64(result, now)?)
    };
    fd_advise(fd: u32, _offset: u64, _len: u64, _advice: u32) |call, fd, _, _, _| is_open(call, fd);
    fd_close(fd: u32) |call, fd| call.close(fd);
    fd_datasync(fd: u32) is_open;
    fd_fdstat_get(fd: u32, result: u32) |call, fd, result| call.descriptor_status(fd, result);
    fd_fdstat_set_flags(fd: u32, flags: u32) |call, fd, flags| call.set_flags(fd, flags);
    fd_filestat_get(fd: u32, result: u32) |call, fd, result| call.file_status(fd, result);
    fd_filestat_set_size(fd: u32, len: u64) |call, fd, len| call.resize(fd, len);
    fd_filestat_set_times(fd: u32, _accessed: u64, _modified: u64, _flags: u32) |call, fd, _, _, _| is_open(call, fd);
    fd_pread(fd: u32, iovecs: u32, count: u32, offset: u64, result: u32) |call, fd, iovecs, count, offset, result| {
        call.read(fd, iovecs, count, Some(offset), result)
    };
    fd_prestat_get(fd: u32, result: u32) |call, fd, result| call.preopened(fd, result);
    fd_prestat_dir_name(fd: u32, name: u32, len: u32) |call, fd, name, len| call.preopened_name(fd, name, len);
    fd_pwrite(fd: u32, iovecs: u32, count: u32, offset: u64, result: u32) |call, fd, iovecs, count, offset, result| {
        call.write(fd, iovecs, count, Some(offset), result)
    };
    fd_read(fd: u32, iovecs: u32, count: u32, result: u32) |call, fd, iovecs, count, result| call.read(fd, iovecs, count, None, result);
    fd_readdir(fd: u32, buffer: u32, len: u32, cookie: u64, used: u32) |call, fd, buffer, len, cookie, used| {
        call.read_folder(fd, buffer, len, cookie, used)
    };
    fd_renumber(from: u32, to: u32) |call, from, to| call.renumber(from, to);
    fd_seek(fd: u32, offset: i64, whence: u32, result: u32) |call, fd, offset, whence, result| call.seek(fd, offset, whence, result);
    fd_sync(fd: u32) is_open;
    fd_tell(fd: u32, result: u32) |call, fd, result| call.seek(fd, 0, 1, result);
    fd_write(fd: u32, iovecs: u32, count: u32, result: u32) |call, fd, iovecs, count, result| call.write(fd, iovecs, count, None, result);
    path_create_directory(fd: u32, path: u32, len: u32) |call, fd, at, len| {
        let path = call.path(fd, Text { at, len })?;
        call.create_folder(&path)
    };
    path_filestat_get(fd: u32, _follow: u32, path: u32, len: u32, result: u32) |call, fd, _, at, len, result| {
        let path = call.path(fd, Text { at, len })?;
        call.path_status(&path, result)
    };
    path_filestat_set_times(fd: u32, _follow: u32, path: u32, len: u32, _accessed: u64, _modified: u64, _flags: u32) |call, fd, _, at, len, _, _, _| {
        let path = call.path(fd, Text { at, len })?;
        call.exists(&path)
    };
    path_link(_fd: u32, _flags: u32, _path: u32, _len: u32, _to: u32, _link: u32, _link_len: u32) |_, _, _, _, _, _, _, _| Err(Errno::NotSupported.into());
    path_open(fd: u32, _follow: u32, path: u32, len: u32, oflags: u32, rights: u64, _inheriting: u64, fdflags: u32, result: u32)
        |call, fd, _, at, len, oflags, rights, _, fdflags, result| {
            let path = call.path(fd, Text { at, len })?;
            call.open(path, OpenRequest { oflags, rights, fdflags }, result)
        };
    path_readlink(fd: u32, path: u32, len: u32, _buffer: u32, _buffer_len: u32, _used: u32) |call, fd, at, len, _, _, _| {
        let path = call.path(fd, Text { at, len })?;
        call.exists(&path)?;
        // There are no links: whatever is there is none.
        Err(Errno::Invalid.into())
    };
    path_remove_directory(fd: u32, path: u32, len: u32) |call, fd, at, len| {
        let path = call.path(fd, Text { at, len })?;
        call.remove_folder(&path)
    };
    path_rename(fd: u32, path: u32, len: u32, to_fd: u32, to: u32, to_len: u32) |call, fd, at, len, to_fd, to, to_len| {
        let from = call.path(fd, Text { at, len })?;
        let to = call.path(to_fd, Text { at: to, len: to_len })?;
        call.rename(&from, &to)
    };
    path_symlink(_target: u32, _target_len: u32, _fd: u32, _path: u32, _len: u32) |_, _, _, _, _, _| Err(Errno::NotSupported.into());
    path_unlink_file(fd: u32, path: u32, len: u32) |call, fd, at, len| {
        let path = call.path(fd, Text { at, len })?;
        call.unlink(&path)
    };
    poll_oneoff(subscriptions: u32, events: u32, count: u32, happened: u32) |call, subscriptions, events, count, happened| {
        call.poll(subscriptions, events, count, happened)
    };
    random_get(buffer: u32, len: u32) |call, at, len| {
        call.pay(len as usize);
        call.wasi.random.fill(call.memory.bytes_mut(at, len)?);
        Ok(())
    };
    sched_yield() |_| Ok(());
    sock_accept(fd: u32, _flags: u32, _result: u32) |call, fd, _, _| no_socket(call, fd);
    sock_recv(fd: u32, _data: u32, _count: u32, _flags: u32, _read: u32, _result: u32) |call, fd, _, _, _, _, _| no_socket(call, fd);
    sock_send(fd: u32, _data: u32, _count: u32, _flags: u32, _sent: u32) |call, fd, _, _, _, _| no_socket(call, fd);
    sock_shutdown(fd: u32, _how: u32) |call, fd, _| no_socket(call, fd);
}

/// Makes the whole of a guest's world available to it.
pub(crate) fn add_to_linker(linker: &mut Linker<GuestState>) -> wasmtime::Result<()> {
    add_calls(linker)?;
    linker.func_wrap(MODULE, "proc_exit", |mut caller: Caller<'_, GuestState>, code: i32| -> wasmtime::Result<()> {
        caller.data_mut().wasi.exited = true;
        Err(Halt::Exit(code).into())
    })?;
    Ok(())
}

/// No arguments, no environment.
fn nothing(call: &mut Call<'_>, count: u32, bytes: u32) -> Result<(), Fault> {
    call.memory.write_u32(count, 0)?;
    Ok(call.memory.write_u32(bytes, 0)?)
}

fn is_open(call: &mut Call<'_>, fd: u32) -> Result<(), Fault> {
    call.wasi.descriptors.get(fd)?;
    Ok(())
}

fn no_socket(call: &mut Call<'_>, fd: u32) -> Result<(), Fault> {
    call.wasi.descriptors.get(fd)?;
    Err(Errno::NotSocket.into())
}
