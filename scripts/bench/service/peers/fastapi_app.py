"""What a Python team would write: FastAPI over XGBoost, one row a request.

The endpoint is no coroutine, so that FastAPI runs it on a thread and a prediction does not hold up the event loop;
inplace_predict spares the DMatrix. Start: uvicorn fastapi_app:app --workers 2, MODEL names model.ubj.
"""

import os

import numpy
import xgboost
from fastapi import FastAPI
from pydantic import BaseModel

booster = xgboost.Booster(model_file=os.environ["MODEL"])
booster.set_param({"nthread": 1})
app = FastAPI()


class Applicant(BaseModel):
    features: list[float | None]


@app.get("/ready")
def ready():
    return {"ready": True}


@app.post("/score")
def score(applicant: Applicant):
    row = numpy.array([applicant.features], dtype=numpy.float32)
    return {"probability": float(booster.inplace_predict(row)[0])}
