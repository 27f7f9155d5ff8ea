package dev.coffer.mount;

import org.cryptomator.jfuse.api.Errno;

/** The numbers of Linux. */
final class FakeErrno implements Errno {

    @Override
    public int enoent() {
        return 2;
    }

    @Override
    public int eio() {
        return 5;
    }

    @Override
    public int e2big() {
        return 7;
    }

    @Override
    public int ebadf() {
        return 9;
    }

    @Override
    public int enomem() {
        return 12;
    }

    @Override
    public int eacces() {
        return 13;
    }

    @Override
    public int eexist() {
        return 17;
    }

    @Override
    public int enotdir() {
        return 20;
    }

    @Override
    public int eisdir() {
        return 21;
    }

    @Override
    public int einval() {
        return 22;
    }

    @Override
    public int erofs() {
        return 30;
    }

    @Override
    public int erange() {
        return 34;
    }

    @Override
    public int enametoolong() {
        return 36;
    }

    @Override
    public int enolck() {
        return 37;
    }

    @Override
    public int enosys() {
        return 38;
    }

    @Override
    public int enotempty() {
        return 39;
    }

    @Override
    public int enodata() {
        return 61;
    }

    @Override
    public int enoattr() {
        return 61;
    }

    @Override
    public int enotsup() {
        return 95;
    }
}
