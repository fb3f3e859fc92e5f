// The library set `graphql`: each module by the name that programs import it by.

import * as graphql from "graphql";
import * as error from "graphql/error";
import * as execution from "graphql/execution";
import * as language from "graphql/language";
import * as type from "graphql/type";
import * as utilities from "graphql/utilities";
import * as validation from "graphql/validation";

export default {
  graphql,
  "graphql/error": error,
  "graphql/execution": execution,
  "graphql/language": language,
  "graphql/type": type,
  "graphql/utilities": utilities,
  "graphql/validation": validation,
};
