Promise.reject(new Error("nobody caught me"));
