// The library set `hono`: each module by the name that programs import it by. Only what needs nothing of another platform.

import * as hono from "hono";
import * as accepts from "hono/accepts";
import * as basicAuth from "hono/basic-auth";
import * as bearerAuth from "hono/bearer-auth";
import * as bodyLimit from "hono/body-limit";
import * as combine from "hono/combine";
import * as cookie from "hono/cookie";
import * as cors from "hono/cors";
import * as csrf from "hono/csrf";
import * as etag from "hono/etag";
import * as factory from "hono/factory";
import * as html from "hono/html";
import * as httpException from "hono/http-exception";
import * as jwt from "hono/jwt";
import * as language from "hono/language";
import * as logger from "hono/logger";
import * as methodOverride from "hono/method-override";
import * as poweredBy from "hono/powered-by";
import * as prettyJson from "hono/pretty-json";
import * as quick from "hono/quick";
import * as requestId from "hono/request-id";
import * as route from "hono/route";
import * as secureHeaders from "hono/secure-headers";
import * as streaming from "hono/streaming";
import * as testing from "hono/testing";
import * as timeout from "hono/timeout";
import * as timing from "hono/timing";
import * as tiny from "hono/tiny";
import * as trailingSlash from "hono/trailing-slash";
import * as validator from "hono/validator";

export default {
  hono,
  "hono/accepts": accepts,
  "hono/basic-auth": basicAuth,
  "hono/bearer-auth": bearerAuth,
  "hono/body-limit": bodyLimit,
  "hono/combine": combine,
  "hono/cookie": cookie,
  "hono/cors": cors,
  "hono/csrf": csrf,
  "hono/etag": etag,
  "hono/factory": factory,
  "hono/html": html,
  "hono/http-exception": httpException,
  "hono/jwt": jwt,
  "hono/language": language,
  "hono/logger": logger,
  "hono/method-override": methodOverride,
  "hono/powered-by": poweredBy,
  "hono/pretty-json": prettyJson,
  "hono/quick": quick,
  "hono/request-id": requestId,
  "hono/route": route,
  "hono/secure-headers": secureHeaders,
  "hono/streaming": streaming,
  "hono/testing": testing,
  "hono/timeout": timeout,
  "hono/timing": timing,
  "hono/tiny": tiny,
  "hono/trailing-slash": trailingSlash,
  "hono/validator": validator,
};
